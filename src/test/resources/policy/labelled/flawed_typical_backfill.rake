# The commonest form: batched, filtered by the column it writes, no transaction, no dry run.
namespace :claims do
  desc 'Backfills the claim type'
  task backfill_type: :environment do # expect: TaskHasADryRun
    Claim.where(type_code: nil).find_each do |claim|
      claim.update!(type_code: claim.legacy_type) # expect: WritesHappenInATransaction
    end
  end
end
