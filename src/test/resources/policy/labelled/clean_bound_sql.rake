namespace :sql do
  desc 'Clears an obsolete flag with bound values'
  task clear_flag: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    count = Flag.where('name = ? AND office_id = ?', 'beta', ENV.fetch('OFFICE')).count
    puts "#{count} flags"
    next if dry_run

    sql = <<~SQL.squish
      UPDATE flags SET active = FALSE
      WHERE name = 'beta' AND active
    SQL
    ActiveRecord::Base.connection.execute(sql)
  end
end
