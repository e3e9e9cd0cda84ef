namespace :members do
  desc 'Reports members without a region'
  task without_region: :environment do
    Member.where(region: nil).find_each do |member|
      puts "#{member.first_name} has no region" # expect: NoPersonalDataInOutput
      Rails.logger.info("icn=#{member.icn}") # expect: NoPersonalDataInOutput
      Rails.logger.warn "no region", email: member.email # expect: NoPersonalDataInOutput
    end
  end
end
