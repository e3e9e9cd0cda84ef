namespace :members do
  desc 'Fills the region of members'
  task fill_region: :environment do
    dry_run = ENV['DRY_RUN'] != 'false'
    Member.transaction do
      Member.where(region: nil).each do |member| # expect: LoopsAreBatched
        member.update!(region: member.office.region) unless dry_run
      end
    end
  end
end
