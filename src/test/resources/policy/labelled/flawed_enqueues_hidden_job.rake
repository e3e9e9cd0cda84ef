namespace :claims do
  desc 'Enqueues the resubmission of failed claims'
  task resubmit: :environment do # expect: TaskHasADryRun
    Claim.where(state: 'failed').find_each do |claim|
      Claims::ResubmitJob.perform_async(claim.id) # expect: TaskCanRunAgain, WritesAreVisibleInThePullRequest
    end
    puts 'Successfully enqueued'
  end
end
