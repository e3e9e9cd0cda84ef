# Counters, progress and elapsed time: variables named like data, none of it data.
namespace :claims do
  desc 'Trims remarks'
  task trim_remarks: :environment do
    options = { 'dry_run' => ENV.fetch('DRY_RUN', 'true') == 'true' }
    counters = Hash.new(0)
    Claim.where(trimmed: false).find_in_batches do |batch|
      Claim.transaction do
        batch.each do |claim|
          counters.update(seen: counters[:seen] + 1)
          claim.update!(remark: claim.remark.strip, trimmed: true) unless options['dry_run']
        end
      end
      puts "#{counters[:seen]} claims, #{Time.current}"
    end
  end
end
