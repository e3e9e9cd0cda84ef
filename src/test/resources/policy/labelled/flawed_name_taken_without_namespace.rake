desc 'Report of the month'
task :monthly_report, [:month] => :environment do |_task, args| # expect: TaskNameIsUnique
  puts Report.where(month: args[:month]).count
end
