# frozen_string_literal: true

# bundle exec rake claims:backfill_regional_office[2000]       counts
# bundle exec rake claims:backfill_regional_office[2000,live]  writes
namespace :claims do
  def filled(claim)
    { regional_office: RegionalOffice.for(claim.postal_code), regional_office_filled_on: Date.current }
  end

  desc 'Fill the regional office of claims filed before 2023'
  task :backfill_regional_office, %i[batch_size mode] => :environment do |_task, args|
    batch_size = Integer(args[:batch_size] || 1000)
    live = args[:mode] == 'live'
    remaining = Claim.where(regional_office: nil).where(filed_at: ...Date.new(2023, 1, 1))
    puts "#{live ? 'LIVE' : 'DRY RUN'}: #{remaining.count} claims without a regional office"
    next unless live

    remaining.in_batches(of: batch_size) do |batch|
      Claim.transaction do
        changed = batch.lock.to_a.count { |claim| claim.update!(filled(claim)) }
        Rails.logger.info('claims:backfill_regional_office', rows: changed, first: batch.minimum(:id), last: batch.maximum(:id))
      end
    end
    puts "#{remaining.count} claims remain without a regional office"
  end

  desc 'Back out: empty the regional office of claims that were filled on a day'
  task :clear_regional_office, [:day] => :environment do |_task, args|
    day = Date.iso8601(args.fetch(:day))
    Claim.transaction do
      rows = Claim.where(regional_office_filled_on: day).update_all(regional_office: nil, regional_office_filled_on: nil)
      puts "#{rows} claims emptied"
    end
  end
end
