# Names of personal columns without their values.
namespace :audit do
  desc 'Counts members without contact data'
  task contact_data: :environment do
    emails = Member.where(email: nil)
    puts "members without an email: #{emails.count}"
    missing_ssn = Member.where(ssn: nil).count
    puts "without ssn: #{missing_ssn}"
    Member.where(phone_number: nil).find_each do |member|
      Rails.logger.info("member #{member.id}: phone present? #{member.phone_number.present?}")
    end
    puts 'first_name and last_name were not read'
  end
end
