namespace :rooms do
  desc 'Closes rooms'
  task :close, [:mode] => :environment do |_task, args|
    args.with_defaults(mode: 'dry-run')
    rooms = Room.where(closed: nil)
    if args[:mode] == 'dry-run'
      puts rooms.count
    else
      rooms.update_all(closed: true)
    end
  end
end
