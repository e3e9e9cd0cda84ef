namespace :plans do
  desc 'Renames a plan everywhere'
  task rename: :environment do # expect: TaskHasADryRun
    Plan.where(name: 'basic').update_all(name: 'standard') # expect: WritesHappenInATransaction
    Subscription.where(plan_name: 'basic').update_all(plan_name: 'standard')
    Invoice.where(plan_name: 'basic').update_all(plan_name: 'standard')
  end
end
