# One SQL statement, which is atomic by itself; dry unless told otherwise.
namespace :claims do
  desc 'Gives claims without a kind the kind "paper"'
  task fill_kind: :environment do
    dry_run = ENV.fetch('DRY_RUN', 'true') != 'false'
    claims = Claim.where(kind: nil)
    puts "#{claims.count} claims without a kind"
    next if dry_run

    changed = claims.update_all(kind: 'paper')
    puts "#{changed} claims changed"
  end
end
