# From a file of the kind that was approved and then could not be undone.
namespace :veterans do
  desc 'Creates and mails'
  task :onboard, [:batch_size] => :environment do |_task, args| # expect: TaskHasADryRun
    size = args[:batch_size].to_i
    Veteran.all.each do |veteran| # expect: LoopsAreBatched
      begin
        veteran.accounts.create!(kind: 'default', size: size) # expect: WritesHappenInATransaction, TaskCanRunAgain
        WelcomeMailer.hello(veteran).deliver_later # expect: TaskCanRunAgain
        puts "onboarded #{veteran.ssn}" # expect: NoPersonalDataInOutput
      rescue StandardError # expect: FailureIsNotSwallowed
        next
      end
    end
  end
end
