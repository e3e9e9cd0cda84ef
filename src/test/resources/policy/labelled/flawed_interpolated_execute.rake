namespace :sql do
  desc 'Sets the state of an office by SQL'
  task :set_state, [:office, :state] => :environment do |_task, args| # expect: TaskHasADryRun
    sql = <<~SQL
      UPDATE offices SET state = '#{args[:state]}'
      WHERE slug = '#{args[:office]}'
    SQL
    ActiveRecord::Base.connection.execute(sql) # expect: NoInterpolatedShellOrSql
  end
end
