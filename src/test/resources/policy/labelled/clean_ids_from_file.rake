namespace :claims do
  desc 'Reopens the claims whose ids are in a file'
  task :reopen, [:path] => :environment do |_task, args|
    apply = ENV['APPLY'] == 'true'
    claim_ids = File.readlines(args[:path]).map(&:to_i)
    claims = Claim.where(number: claim_ids)
    abort 'some claims are missing' if claims.count != claim_ids.size

    Claim.transaction do
      claims.each { |claim| claim.update!(state: 'open') if apply }
    end
  end
end
