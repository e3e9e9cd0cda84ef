namespace :claims do
  desc 'Counts one more attempt'
  task add_attempt: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    next puts('dry run') if dry_run

    Claim.where(state: 'open').update_all('attempts = attempts + 1') # expect: TaskCanRunAgain
  end
end
