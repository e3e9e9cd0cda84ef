namespace :sql do
  desc 'Counts rows per table, its name quoted'
  task :count_rows, [:table] => :environment do |_task, args|
    connection = ActiveRecord::Base.connection
    table = connection.quote_table_name(args[:table])
    puts connection.select_value("SELECT COUNT(*) FROM #{table}")
    office = connection.quote(ENV.fetch('OFFICE'))
    puts connection.execute("SELECT COUNT(*) FROM #{Claim.table_name} WHERE office = #{office}").first
  end
end
