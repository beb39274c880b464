using Polaris.Client.ObjectLocks;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/errors.md.</summary>
internal static class ErrorsSnippets
{
    public static async Task CatchAsync(PolarisClient polaris, Func<PolarisClient, Task> save, Action<string> tell)
    {
        // snippet
        try
        {
            await SaveAsync(polaris);
        }
        catch (ObjectLockedException locked)
        {
            Tell($"{locked.Holder?.PolarisUserName} has it open since {locked.Holder?.LockDate:g}.");
        }
        catch (PolarisClientException lost) when (lost.MayHaveBeenProcessed)
        {
            Tell("No response was received. Read the record before you save it again.");
        }
        // end

        Task SaveAsync(PolarisClient client) => save(client);
        void Tell(string text) => tell(text);
    }
}
