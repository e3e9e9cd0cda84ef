namespace :cases do
  desc 'Numbers the cases'
  task number: :environment do
    next puts(Case.count) if ENV['DRY_RUN'] != 'false'

    ActiveRecord::Base.connection.execute(<<~SQL) # expect: TaskCanRunAgain
      UPDATE cases SET number = nextval('case_numbers')
      WHERE state = 'open'
    SQL
  end
end
