namespace :transfers do
  desc 'Cleans up transfers'
  task cleanup: :environment do # expect: TaskHasADryRun
    Transfers::CleanupService.new(limit: 100).call # expect: WritesAreVisibleInThePullRequest
  end
end
