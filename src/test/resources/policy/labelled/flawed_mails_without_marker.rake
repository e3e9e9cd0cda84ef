namespace :notices do
  desc 'Tells subscribers about the new address'
  task new_address: :environment do # expect: TaskHasADryRun
    Subscription.where(active: true).find_each do |subscription|
      NoticeMailer.new_address(subscription).deliver_later # expect: TaskCanRunAgain
    end
  end
end
