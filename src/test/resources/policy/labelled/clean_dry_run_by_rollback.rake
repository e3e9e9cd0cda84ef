# The dry run does everything and rolls it back.
namespace :claims do
  desc 'Merges duplicate claims'
  task merge_duplicates: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    merged = 0
    Claim.transaction do
      Claim.where(duplicate: true).find_each do |claim|
        claim.update!(duplicate: false, merged_into: claim.original_id)
        merged += 1
      end
      raise ActiveRecord::Rollback if dry_run
    end
    puts "#{merged} claims merged#{' (rolled back)' if dry_run}"
  end
end
