namespace :claims do
  desc 'Prepares and runs the nightly clean-up'
  task nightly: :environment do
    puts Claim.count
    Rake::Task['maintenance:cleanup'].invoke # expect: WritesAreVisibleInThePullRequest
  end
end
