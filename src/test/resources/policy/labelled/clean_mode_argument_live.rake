# An argument whose value "live" switches writing on; without it the task only counts.
namespace :claims do
  desc 'Fills the office of claims'
  task :fill_office, %i[batch_size mode] => :environment do |_task, args|
    live = args[:mode] == 'live'
    remaining = Claim.where(office: nil)
    puts "#{live ? 'LIVE' : 'DRY RUN'}: #{remaining.count} claims without an office"
    next unless live

    remaining.in_batches(of: Integer(args[:batch_size] || 1000)) do |batch|
      Claim.transaction do
        batch.each { |claim| claim.update!(office: Office.for(claim.postal_code)) }
      end
    end
  end
end
