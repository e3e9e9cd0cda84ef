# save, create and call on things that are no records.
require 'csv'

namespace :exports do
  desc 'Writes counts to a spreadsheet'
  task sheet: :environment do
    book = Spreadsheet::Workbook.new
    sheet = book.create_worksheet(name: 'counts')
    Claim.group(:kind).count.each_with_index do |(kind, count), row|
      sheet.row(row).push(kind, count)
    end
    book.save('/tmp/counts.xls')
    File.delete('/tmp/old.xls') if File.exist?('/tmp/old.xls')
    formatter = ->(value) { value.to_s }
    puts formatter.call(1)
  end
end
