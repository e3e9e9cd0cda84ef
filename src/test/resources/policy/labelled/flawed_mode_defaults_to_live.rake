namespace :halls do
  desc 'Opens halls'
  task open: :environment do # expect: TaskHasADryRun
    mode = ENV['MODE'] || 'live'
    halls = Hall.where(open: nil)
    puts halls.count
    halls.update_all(open: true) if mode == 'live'
  end
end
