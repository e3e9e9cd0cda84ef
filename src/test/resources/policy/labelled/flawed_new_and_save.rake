namespace :accounts do
  desc 'Adds an audit row for each account'
  task :add_audit, [:commit] => :environment do |_task, args|
    commit = args[:commit] == 'true'
    Audit.transaction do
      Account.find_each do |account|
        audit = Audit.new(account: account, reason: 'baseline')
        audit.save! if commit # expect: TaskCanRunAgain
      end
    end
  end
end
