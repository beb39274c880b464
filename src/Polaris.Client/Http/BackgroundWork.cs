using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Polaris.Client.Compatibility;
using Polaris.Client.Telemetry;

namespace Polaris.Client.Http;

/// <summary>Work of a client that is completed although its caller no longer waits for it.</summary>
/// <param name="close">Closes the connections, once the client is disposed and nothing needs them.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger.</param>
internal sealed class BackgroundWork(Action close, TimeProvider time, ILogger logger) : IDisposable
{
    private readonly object _gate = new();
    private readonly HashSet<Task> _running = [];
    private CancellationTokenSource _lifetime = new();
    private int _users = 1;
    private bool _isDisposed;

    public bool IsDisposed => Volatile.Read(ref _isDisposed);

    /// <summary>Starts work immediately, without the caller's execution context but below its span, and tracks it until it has ended.</summary>
    /// <param name="work">Receives the token of the client's lifetime.</param>
    /// <returns>The work, to be awaited with the caller's own token; its exception is observed.</returns>
    public Task<T> Run<T>(Func<CancellationToken, Task<T>> work)
    {
        var open = KeepOpen();
        var parent = OpenSpan.Parent ?? Activity.Current;
        Task<T> running;
        lock (_gate)
        {
            var token = _lifetime.Token;
            running = WithoutFlow(() => Task.Run(
                () =>
                {
                    Activity.Current = parent;
                    return work(token);
                },
                CancellationToken.None));
            _running.Add(running);
        }

        _ = running.ContinueWith(
            ended => End(ended, open), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return running;
    }

    /// <inheritdoc cref="Run{T}"/>
    public Task Run(Func<CancellationToken, Task> work) => Run(async token =>
    {
        await work(token).ConfigureAwait(false);
        return true;
    });

    /// <summary>Keeps the connections open until the returned object is disposed, even if the client is disposed earlier.</summary>
    public IDisposable KeepOpen()
    {
        Interlocked.Increment(ref _users);
        return new User(this);
    }

    /// <summary>Closes the connections as soon as nothing uses them. Later calls do nothing.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        Leave();
    }

    /// <summary>Waits until all work has ended; after the given time, logs the remaining work and cancels it.</summary>
    public async Task DrainAsync(TimeSpan timeout)
    {
        Task[] left = Running();
        using var limit = time.CancelAfter(timeout);
        while (left.Length > 0 && !limit.IsCancellationRequested)
        {
            await Task.WhenAny(Task.WhenAll(left), time.PauseAsync(Timeout.InfiniteTimeSpan, limit.Token)).ConfigureAwait(false);
            left = Running();
        }

        if (left.Length > 0)
        {
            Log.WorkLeft(logger, left.Length, timeout);
            Interlocked.Exchange(ref _lifetime, new CancellationTokenSource()).Cancel();
        }
    }

    private static Task<T> WithoutFlow<T>(Func<Task<T>> start)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return start();
        }

        using (ExecutionContext.SuppressFlow())
        {
            return start();
        }
    }

    private Task[] Running()
    {
        lock (_gate)
        {
            return [.. _running];
        }
    }

    private void End(Task ended, IDisposable open)
    {
        _ = ended.Exception;
        lock (_gate)
        {
            _running.Remove(ended);
        }

        open.Dispose();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            close();
        }
    }

    private sealed class User(BackgroundWork work) : IDisposable
    {
        private BackgroundWork? _work = work;

        public void Dispose() => Interlocked.Exchange(ref _work, null)?.Leave();
    }
}
