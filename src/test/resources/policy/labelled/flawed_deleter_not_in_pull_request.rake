namespace :users do
  desc 'Deletes expired users'
  task delete_expired: :environment do # expect: TaskHasADryRun
    ExpiredUserDeleter.new.delete # expect: WritesAreVisibleInThePullRequest
  end
end
