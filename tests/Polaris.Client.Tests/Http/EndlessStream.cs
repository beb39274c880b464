namespace Polaris.Client.Tests.Http;

/// <summary>A body that is always there and never ends: a little of its beginning, then blanks.</summary>
/// <param name="beginning">The first bytes.</param>
/// <param name="whenRead">Called with the number of each read, from 1.</param>
internal sealed class EndlessStream(byte[] beginning, Action<int> whenRead) : Stream
{
    private int _reads;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        whenRead(++_reads);
        cancellationToken.ThrowIfCancellationRequested();
        buffer.Span.Fill((byte)' ');
        if (_reads == 1)
            beginning.CopyTo(buffer);
        return new(buffer.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
