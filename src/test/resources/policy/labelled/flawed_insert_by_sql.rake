namespace :codes do
  desc 'Adds codes by SQL'
  task add: :environment do # expect: TaskHasADryRun
    ActiveRecord::Base.connection.execute("INSERT INTO codes (code) VALUES ('E5')") # expect: TaskCanRunAgain
  end
end
