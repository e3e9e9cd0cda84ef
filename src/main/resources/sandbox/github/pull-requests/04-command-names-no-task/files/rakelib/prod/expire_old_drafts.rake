# frozen_string_literal: true

# Usage: bundle exec rake appeals:expire_old_drafts
namespace :appeals do
  desc 'Mark drafts older than a year as expired'
  task :expire_drafts, [:limit] => :environment do |_task, args|
    drafts = AppealDraft.where(expired_at: nil).where(updated_at: ...1.year.ago)
    drafts = drafts.limit(args[:limit].to_i) if args[:limit]
    AppealDraft.transaction { drafts.update_all(expired_at: Time.current) }
    puts "#{AppealDraft.where(expired_at: nil).count} drafts remain"
  end

  desc 'Back out: make the drafts of today open again'
  task restore_drafts: :environment do
    AppealDraft.where(expired_at: Time.current.all_day).update_all(expired_at: nil)
  end
end
