namespace :rates do
  desc 'Sets the rate of the year'
  task :set, [:year, :cents, :dry_run] => :environment do |_task, args|
    args.with_defaults(dry_run: true)
    year = Integer(args[:year])
    cents = Integer(args[:cents])
    raise ArgumentError, 'the rate is out of range' unless cents.between?(1, 100_000)

    rate = Rate.find_or_initialize_by(year: year)
    rate.cents = cents
    puts rate.changes.keys
    rate.save! unless ActiveModel::Type::Boolean.new.cast(args[:dry_run])
  end
end
