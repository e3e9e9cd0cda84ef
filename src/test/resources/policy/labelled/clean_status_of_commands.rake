namespace :checks do
  desc 'Fails if the disk is nearly full'
  task disk: :environment do
    usage = `df --output=pcent /srv | tail -1`.to_i
    raise "disk is #{usage} % full" if usage > 90

    system('sync') || abort('sync failed')
  end
end
