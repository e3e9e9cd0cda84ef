namespace :claims do
  desc 'Recomputes the deadline of open claims'
  task recompute_deadlines: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') == 'true'
    failed = []
    Claim.where(deadline: nil).find_each do |claim|
      Claim.transaction do
        claim.deadline = claim.opened_on + 90
        claim.save! unless dry_run
      end
    rescue StandardError => e
      failed << claim.id
      Rails.logger.error("claim #{claim.id}: #{e.class}")
    end
    abort "#{failed.size} claims failed: #{failed.join(', ')}" if failed.any?
  end
end
