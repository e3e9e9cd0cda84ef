namespace :claims do
  desc 'Recomputes totals and fails at the end if any claim failed'
  task recompute_totals: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    errors = {}
    Claim.where(total: nil).find_each do |claim|
      begin
        Claim.transaction { claim.update!(total: claim.items.sum(:cents)) unless dry_run }
      rescue ActiveRecord::RecordInvalid => e
        errors[claim.id] = e.class.name
      end
    end
    raise "failed: #{errors.keys.first(10)}" unless errors.empty?
  end
end
