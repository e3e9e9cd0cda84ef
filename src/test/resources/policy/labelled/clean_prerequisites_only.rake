# A task that only names another is no second task to approve.
namespace :claims do
  desc 'Counts claims without a kind'
  task count: :environment do
    puts Claim.where(kind: nil).count
  end

  task default: :count
end
