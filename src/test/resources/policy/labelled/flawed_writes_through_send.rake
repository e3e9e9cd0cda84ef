# What is called by a computed name is out of a reader's sight as well.
namespace :claims do
  desc 'Applies a change to each claim'
  task :apply_change, [:attribute, :value] => :environment do |_task, args| # expect: TaskHasADryRun
    Claim.where(frozen: false).find_each do |claim|
      claim.public_send("#{args[:attribute]}=", args[:value])
      claim.save! # expect: WritesHappenInATransaction
    end
  end
end
