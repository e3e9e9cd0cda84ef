# Rescues what a value may be: a record that is gone, a date nobody can read.
namespace :imports do
  desc 'Sets the discharge date from a prepared list'
  task :discharge_dates, [:path, :dry_run] => :environment do |_task, args|
    args.with_defaults(dry_run: 'true')
    dry_run = args[:dry_run] == 'true'
    skipped = 0
    ActiveRecord::Base.transaction do
      CSV.foreach(args[:path], headers: true) do |row|
        member = Member.find(row['member_id'])
        date = begin
          Date.iso8601(row['discharged'])
        rescue Date::Error
          nil
        end
        next skipped += 1 if date.nil?

        member.update!(discharged_on: date) unless dry_run
      rescue ActiveRecord::RecordNotFound
        skipped += 1
      end
    end
    puts "#{skipped} rows skipped"
  end
end
