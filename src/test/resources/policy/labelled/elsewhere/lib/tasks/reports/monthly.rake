desc 'Monthly report, see also appointments:rebook and ledger:close'
task monthly_report: :environment do
  Rake::Task['appointments:count_by_clinic'].invoke
  puts 'ledger:close is run by hand'
end

task nightly: %w[monthly_report appointments:count_by_clinic]
