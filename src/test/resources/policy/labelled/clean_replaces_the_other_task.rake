Rake::Task['monthly_report'].clear if Rake::Task.task_defined?('monthly_report')

desc 'Monthly report without the counts'
task monthly_report: :environment do
  puts Report.last.id
end
