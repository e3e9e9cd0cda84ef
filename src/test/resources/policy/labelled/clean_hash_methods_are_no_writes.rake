# update, delete, create and insert on plain Ruby objects.
namespace :reports do
  desc 'Builds a summary in memory'
  task summary: :environment do
    totals = Hash.new(0)
    Payment.where(paid_on: Date.yesterday).find_each do |payment|
      totals.update(payment.office_code => totals[payment.office_code] + payment.cents)
    end
    totals.delete('TEST')
    offices = totals.keys
    offices.insert(0, 'all')
    offices.delete('closed')
    digest = Digest::SHA256.new
    digest.update(totals.to_json)
    puts "#{offices.size} offices, checksum #{digest.hexdigest}"
  end
end
