using System.Diagnostics;

namespace Polaris.Client.Telemetry;

/// <summary>The span of something that the caller holds, such as a lease; spans of this library that start meanwhile are below it.</summary>
/// <remarks>
/// <see cref="Activity.Current"/> of the caller stays as it is, because nothing could restore it if the caller never disposes what it holds.
/// So the spans of the caller's own do not become part of it, and what is below one of those stays there.
/// </remarks>
internal sealed class OpenSpan
{
    private static readonly AsyncLocal<OpenSpan?> Innermost = new();

    private readonly OpenSpan? _outer;
    private readonly Activity? _ambient;
    private volatile bool _isHeld;

    private OpenSpan(Activity activity, Activity? ambient, OpenSpan? outer)
    {
        Activity = activity;
        _ambient = ambient;
        _outer = outer;
    }

    public Activity Activity { get; }

    /// <summary>The span below which a span of this library starts; <c>null</c> if <see cref="Activity.Current"/> is right.</summary>
    public static Activity? Parent
    {
        get
        {
            var current = Activity.Current;
            var span = FirstHeld(Innermost.Value);
            while (span is not null && !ReferenceEquals(span._ambient, current))
            {
                span = FirstHeld(span._outer);
            }

            return span?.Activity;
        }
    }

    /// <summary>Starts a span. Call it before the first await of the method that the caller awaits, so that it is known to the caller's context.</summary>
    /// <returns>The span; <c>null</c> if there is no listener.</returns>
    public static OpenSpan? Start(string name)
    {
        if (!ClientMetrics.Activities.HasListeners())
        {
            return null;
        }

        // An ended span could not be made the current one again.
        var ambient = Activity.Current is { IsStopped: false } current ? current : null;
        var outer = FirstHeld(Innermost.Value);
        Enter();
        var activity = ClientMetrics.Activities.StartActivity(name);
        Activity.Current = ambient;
        return activity is null ? null : Innermost.Value = new OpenSpan(activity, ambient, outer);
    }

    /// <summary>Makes the parent of spans that start now the current one, until the asynchronous method that calls this ends.</summary>
    public static void Enter()
    {
        if (Parent is { } parent)
        {
            Activity.Current = parent;
        }
    }

    /// <summary>From now on the caller holds what the span is about.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>Ends the span.</summary>
    public void End(bool isGood)
    {
        _isHeld = false;
        Activity.SetStatus(isGood && Activity.Status == ActivityStatusCode.Unset ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        Activity.Dispose();
    }

    private static OpenSpan? FirstHeld(OpenSpan? span)
    {
        while (span is { _isHeld: false })
        {
            span = span._outer;
        }

        return span;
    }
}
