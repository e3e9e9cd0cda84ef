# frozen_string_literal: true

namespace :attachments do
  desc 'Link attachments without a claim to the claim that their guid names'
  task :link_orphans, [:mode] => :environment do |_task, args|
    batch = SecureRandom.uuid
    Attachment.where(claim_id: nil).find_each do |attachment|
      claim = Claim.find_by(guid: attachment.claim_guid)
      next puts("#{attachment.id}: no claim") unless claim
      raise "#{attachment.id} belongs to another account" if claim.account_id != attachment.account_id
      next puts("#{attachment.id} -> #{claim.id}") unless args[:mode] == 'live'

      Attachment.transaction do
        AttachmentLink.create!(attachment:, claim:, batch:)
        attachment.update!(claim:)
      end
    end
  end

  desc 'Back out one run'
  task :unlink, [:batch] => :environment do |_task, args|
    Attachment.transaction do
      links = AttachmentLink.where(batch: args.fetch(:batch))
      Attachment.where(id: links.select(:attachment_id)).update_all(claim_id: nil)
      links.delete_all
    end
  end
end
