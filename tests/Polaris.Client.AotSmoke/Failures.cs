using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.AotSmoke;

/// <summary>An error body becomes a typed exception, after retries.</summary>
internal static class Failures
{
    private static RetryOptions Hurried => new()
    {
        LockWait = TimeSpan.FromMilliseconds(200),
        BaseDelay = TimeSpan.FromMilliseconds(5),
    };

    public static async Task RunAsync()
    {
        var fake = new FakePolaris().LockAs("someone", 7, ObjectType.Patron, 29937);
        await using var polaris = fake.CreateClient(options => options.Retry = Hurried);
        try
        {
            await polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);
        }
        catch (ObjectLockedException exception)
        {
            var holder = exception.Holder?.WorkstationId;
            Console.WriteLine($"refused: {exception.ErrorCode}, by workstation {holder}, retried: {exception.Attempts > 1}");
        }
    }
}
