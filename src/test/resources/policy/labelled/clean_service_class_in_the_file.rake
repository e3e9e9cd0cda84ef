# The work is a class of the file, which can be tested.
class TransferCleanup
  def initialize(dry_run:)
    @dry_run = dry_run
    @changed = 0
  end

  def call
    Transfer.transaction do
      stale.find_each { |transfer| clean(transfer) }
    end
    puts "#{@changed} transfers cleaned, dry run: #{@dry_run}"
  end

  private

  def stale
    Transfer.where(state: 'stale')
  end

  def clean(transfer)
    @changed += 1
    transfer.update!(state: 'expired') unless @dry_run
  end
end

namespace :transfers do
  desc 'Expires stale transfers'
  task cleanup: :environment do
    TransferCleanup.new(dry_run: ENV['DRY_RUN'] != 'false').call
  end
end
