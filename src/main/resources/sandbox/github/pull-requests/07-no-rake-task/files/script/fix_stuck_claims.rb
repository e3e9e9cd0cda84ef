# run with: bundle exec rails runner script/fix_stuck_claims.rb
stuck = SavedClaim.where(status: 'processing').where(created_at: ..3.days.ago)
puts stuck.count
stuck.update_all(status: 'submitted')
