namespace :offices do
  desc 'Closes offices after a question'
  task close: :environment do
    unless shell.yes?("Close #{Office.count} offices?") # expect: TaskAsksForNoInput
      next
    end

    puts 'closing is done by hand'
  end
end
