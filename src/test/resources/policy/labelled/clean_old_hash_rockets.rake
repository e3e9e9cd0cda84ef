# Old Ruby in an old style.
namespace :legacy do
  desc "Sets the flag"
  task :set_flag, [:dry_run] => [:environment] do |t, args|
    args.with_defaults(:dry_run => "true")
    dry_run = (args[:dry_run].to_s.downcase != "false")
    Claim.where(:flagged => nil).find_in_batches(:batch_size => 100) do |batch|
      Claim.transaction do
        batch.each { |c| c.update_attributes!(:flagged => false) unless dry_run }
      end
    end
  end
end
