namespace Polaris.Client.Testing;

/// <summary>The connection between a client and the fake: delivers requests, or fails to.</summary>
internal sealed class FakePolarisHandler(FakePolaris fake) : HttpMessageHandler
{
    private static readonly TimeSpan LongDelay = TimeSpan.FromMinutes(10);
    private bool _isDisposed;

    private TimeProvider Time => fake.Options.TimeProvider;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(HttpMessageHandler), "The client of this fake was disposed of.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        ReceivedRequest received = await ReceivedRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        FakeFault? fault = fake.TakeFault(received);
        TimeSpan latency = fake.NextLatency();
        if (latency > TimeSpan.Zero)
        {
            await Delay.For(latency, Time, cancellationToken).ConfigureAwait(false);
        }

        FakeResponse response = fault is null
            ? fake.Process(received)
            : await FailAsync(fault, received, cancellationToken).ConfigureAwait(false);
        return response.ToMessage(request);
    }

    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        base.Dispose(disposing);
    }

    private async Task<FakeResponse> FailAsync(FakeFault fault, ReceivedRequest received, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.ConnectionRefused:
                fake.RecordUnprocessed(received, fault, answer: null);
                throw ConnectionFailure.Refused();
            case FaultKind.ResetBeforeProcessing:
                fake.RecordUnprocessed(received, fault, answer: null);
                throw ConnectionFailure.Reset();
            case FaultKind.ResetAfterProcessing:
                fake.ProcessUnseen(received, fault);
                throw ConnectionFailure.Reset();
            case FaultKind.TruncatedAnswer:
                return fake.Process(received, fault).Truncated();
            case FaultKind.DelayNotProcessed or FaultKind.DelayProcessed:
                return await DelayAsync(fault, received, cancellationToken).ConfigureAwait(false);
            case FaultKind.ProxyHtmlAfterProcessing:
                fake.ProcessUnseen(received, fault, FaultAnswers.BadGateway.Status);
                return FaultAnswers.BadGateway;
            default:
                return AnswerInstead(fault, received);
        }
    }

    private FakeResponse AnswerInstead(FakeFault fault, ReceivedRequest received)
    {
        if (FaultAnswers.Instead(fault, Time.GetUtcNow()) is { } answer)
        {
            fake.RecordUnprocessed(received, fault, answer);
            return answer;
        }

        fake.Interfere(fault, received);
        FakeResponse first = fake.Process(received, fault);
        if (fault.Kind == FaultKind.DuplicateDelivery)
        {
            fake.ProcessAgain(received, fault);
        }

        return first;
    }

    private async Task<FakeResponse> DelayAsync(FakeFault fault, ReceivedRequest received, CancellationToken cancellationToken)
    {
        try
        {
            await Delay.For(fault.Duration ?? LongDelay, Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (fault.Kind == FaultKind.DelayProcessed)
        {
            fake.ProcessUnseen(received, fault);
            throw;
        }
        catch (OperationCanceledException)
        {
            fake.RecordUnprocessed(received, fault, answer: null);
            throw;
        }

        return fake.Process(received, fault);
    }
}
