namespace :accounts do
  desc 'Creates a default account for each organisation'
  task create_defaults: :environment do # expect: TaskHasADryRun
    Organisation.find_each do |organisation|
      Account.create!(organisation: organisation, name: 'default') # expect: TaskCanRunAgain, WritesHappenInATransaction
    end
  end
end
