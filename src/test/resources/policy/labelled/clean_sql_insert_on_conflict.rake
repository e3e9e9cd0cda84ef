namespace :codes do
  desc 'Adds one code by SQL'
  task add_by_sql: :environment do
    next puts('dry run') if ENV['DRY_RUN'] != 'false'

    ActiveRecord::Base.connection.execute(<<~SQL)
      INSERT INTO codes (code, active) VALUES ('D4', TRUE)
      ON CONFLICT (code) DO NOTHING
    SQL
  end
end
