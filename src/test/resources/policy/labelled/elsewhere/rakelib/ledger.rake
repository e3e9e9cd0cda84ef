namespace 'ledger' do
  Rake::Task.define_task(reconcile: :environment) do
    puts LedgerEntry.unreconciled.count
  end

  %w[open close].each do |state|
    task "#{state}_books" => :environment do
      puts state
    end
  end
end
