namespace :claims do
  desc 'Closes claims of a cancelled programme'
  task close_cancelled: :environment do
    live = ENV['LIVE'] == 'true'
    begin
      Claim.transaction do
        Claim.where(programme: 'pilot', closed_on: nil).update_all(closed_on: Date.current) if live
        Programme.where(slug: 'pilot').update_all(active: false) if live
      end
    rescue ActiveRecord::LockWaitTimeout => e
      Rails.logger.error("locked: #{e.message}")
      raise
    end
  end
end
