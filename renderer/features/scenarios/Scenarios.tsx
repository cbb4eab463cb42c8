export default function Scenarios() { return <div className="screen"><h1>Scenarios</h1></div>; }
