namespace :offices do
  desc 'Deletes closed offices after a question'
  task delete_closed: :environment do # expect: TaskHasADryRun
    puts 'Really delete? (y/n)'
    answer = STDIN.gets.chomp # expect: TaskAsksForNoInput
    next unless answer == 'y'

    Office.where(open: false).delete_all
  end
end
