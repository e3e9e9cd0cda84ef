namespace :notices do
  desc 'Sends the address notice once'
  task send_address_notice: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    Subscription.where(notice_sent_at: nil).find_each do |subscription|
      next if dry_run

      Subscription.transaction do
        NoticeMailer.address(subscription).deliver_later
        subscription.update!(notice_sent_at: Time.current)
      end
    end
  end
end
